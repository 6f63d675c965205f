import { ActionIcon, Group, SegmentedControl, Text } from '@mantine/core';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconRewindBackward5,
  IconRewindForward5,
} from '@tabler/icons-react';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type WaveSurfer from 'wavesurfer.js';
import { useNonce } from '#app/components/nonce.tsx';
import { minuteText } from './minute-text.ts';
import styles from './review-page.module.css';

export type PlayerHandle = {
  toggle(): void;
  skip(seconds: number): void;
  jump(second: number): void;
  /** Changes the speed by so many steps. */
  quicken(steps: 1 | -1): void;
  /** `null`: it was not begun. */
  second(): number | null;
};
type PlayerProps = { address: string; ref: Ref<PlayerHandle> };

const speeds = ['0.75', '1', '1.25', '1.5', '2'];

/** A recording with its waveform. It is fetched when somebody wants to hear it, for each hearing is logged. */
export function RecordingPlayer({ address, ref }: PlayerProps) {
  const { t } = useTranslation('review');
  const box = useRef<HTMLDivElement>(null);
  const { surfer, state, second, length, begin } = useSurfer(box, address);
  const [speed, setSpeed] = useState('1');
  const toggle = () => (surfer.current ? void surfer.current.playPause() : void begin(speed));
  const play = (value: string) => {
    setSpeed(value);
    surfer.current?.setPlaybackRate(Number(value), true);
  };
  useImperativeHandle(ref, () => ({
    toggle,
    skip: (seconds) => surfer.current?.skip(seconds),
    jump: (to) => (surfer.current ? surfer.current.setTime(to) : void begin(speed, to)),
    quicken: (steps) => play(speeds[speeds.indexOf(speed) + steps] ?? speed),
    second: () => (surfer.current ? Math.floor(surfer.current.getCurrentTime()) : null),
  }));
  const isPlaying = state === 'playing';
  return (
    <section className={styles.player} aria-label={t('player.title')}>
      <Group gap={6}>
        <Skip by={-5} surfer={surfer} />
        <ActionIcon
          variant="filled"
          color="accent"
          size={36}
          loading={state === 'loading'}
          aria-label={t(isPlaying ? 'player.pause' : 'player.play')}
          onClick={toggle}
        >
          {isPlaying ? <IconPlayerPause size={18} /> : <IconPlayerPlay size={18} />}
        </ActionIcon>
        <Skip by={5} surfer={surfer} />
        <Text
          size="sm"
          style={{
            fontVariantNumeric: 'tabular-nums',
            whiteSpace: 'nowrap',
            // How long it is is not known before it is fetched; its place is kept.
            visibility: length === 0 ? 'hidden' : 'visible',
          }}
        >
          {t('player.position', { at: minuteText(second), all: minuteText(length) })}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('player.speed')}
          data={speeds.map((value) => ({ value, label: `×${value}` }))}
          value={speed}
          onChange={play}
        />
      </Group>
      <div ref={box} aria-hidden />
      {state === 'failed' ? (
        <Text c="red" size="sm" role="alert">
          {t('player.failed')}
        </Text>
      ) : null}
    </section>
  );
}

type Surfer = { current: WaveSurfer | null };

function Skip({ by, surfer }: { by: 5 | -5; surfer: Surfer }) {
  const { t } = useTranslation('review');
  const Icon = by > 0 ? IconRewindForward5 : IconRewindBackward5;
  return (
    <ActionIcon
      variant="subtle"
      size={32}
      aria-label={t(by > 0 ? 'player.forward' : 'player.back')}
      onClick={() => surfer.current?.skip(by)}
    >
      <Icon size={18} />
    </ActionIcon>
  );
}

type PlayerState = 'idle' | 'loading' | 'paused' | 'playing' | 'failed';

/** Loads the library in the browser only, and gives it up with the page. */
function useSurfer(box: { current: HTMLDivElement | null }, address: string) {
  const cspNonce = useNonce();
  const surfer = useRef<WaveSurfer | null>(null);
  const [state, setState] = useState<PlayerState>('idle');
  const [second, setSecond] = useState(0);
  const [length, setLength] = useState(0);
  useEffect(() => () => surfer.current?.destroy(), []);
  const begin = async (speed: string, from = 0) => {
    if (!box.current || state === 'loading') return;
    setState('loading');
    try {
      const { default: Library } = await import('wavesurfer.js');
      const accent = getComputedStyle(document.body).getPropertyValue('--mantine-primary-color-filled');
      const colours = { waveColor: '#8b95a1', progressColor: accent, cursorColor: accent };
      const made = Library.create({
        container: box.current,
        height: 56,
        barWidth: 2,
        barGap: 1,
        cspNonce,
        ...colours,
      });
      made.on('timeupdate', (at) => setSecond(Math.floor(at)));
      made.on('play', () => setState('playing'));
      made.on('pause', () => setState('paused'));
      made.on('ready', (seconds) => setLength(Math.floor(seconds)));
      await made.load(address);
      made.setPlaybackRate(Number(speed), true);
      made.setTime(from);
      surfer.current = made;
      await made.play();
    } catch {
      // What was begun is taken away, so that another try does not stand beside it.
      box.current?.replaceChildren();
      setState('failed');
    }
  };
  return { surfer, state, second, length, begin };
}
