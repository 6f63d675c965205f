import { Checkbox, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './admission.module.css';
import type { AskedQuestion } from './read-attempt.ts';

type Props = { question: AskedQuestion; given: readonly number[]; onAnswer(given: number[]): void };

/** One question and how it is answered; its options are numbered by the keys that choose them. */
export function AskedQuestionView({ question, given, onAnswer }: Props) {
  const { t } = useTranslation('admission');
  return (
    <fieldset className={styles.question}>
      <legend className={styles.body}>{question.body}</legend>
      {question.kind === 'several' ? <Text c="dimmed">{t('attempt.several')}</Text> : null}
      {question.kind === 'number' ? (
        <NumberAnswer given={given} onAnswer={onAnswer} />
      ) : (
        <Choices question={question} given={given} onAnswer={onAnswer} />
      )}
    </fieldset>
  );
}

/** What is chosen after the option at `place` was: of several options each is put on or off by itself. */
export function chosenAfter(kind: AskedQuestion['kind'], given: readonly number[], place: number): number[] {
  if (kind !== 'several') return [place];
  const others = given.filter((one) => one !== place);
  return others.length < given.length ? others : [...others, place];
}

function Choices({ question, given, onAnswer }: Props) {
  const { kind, choices, position } = question;
  const Choice = kind === 'several' ? Checkbox : Radio;
  return (
    <Stack gap={6}>
      {choices.map(({ place, text }, index) => (
        <Choice
          key={place}
          name={`question-${position}`}
          checked={given.includes(place)}
          onChange={() => onAnswer(chosenAfter(kind, given, place))}
          aria-keyshortcuts={String(index + 1)}
          label={
            <span className={styles.choice}>
              <kbd className={styles.key}>{index + 1}</kbd>
              {text}
            </span>
          }
        />
      ))}
    </Stack>
  );
}

function NumberAnswer({ given, onAnswer }: Omit<Props, 'question'>) {
  const { t } = useTranslation('admission');
  const [text, setText] = useState(given[0] === undefined ? '' : String(given[0]));
  const value = Number(text.trim().replace(',', '.'));
  const isNumber = Number.isFinite(value);
  const change = (typed: string) => {
    setText(typed);
    const number = Number(typed.trim().replace(',', '.'));
    if (typed.trim() === '') onAnswer([]);
    else if (Number.isFinite(number)) onAnswer([number]);
  };
  return (
    <TextInput
      w={240}
      label={t('attempt.number')}
      description={t('attempt.numberHint')}
      inputMode="decimal"
      autoComplete="off"
      autoFocus
      value={text}
      error={isNumber ? undefined : t('attempt.notNumber')}
      onChange={(event) => change(event.currentTarget.value)}
      maxLength={20}
    />
  );
}
