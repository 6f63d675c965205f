import { useState } from 'react';
import type { NextState } from '#app/features/conversation/use-send.ts';
import type { MacroChoice } from './read-case-choices.ts';
import type { CaseDetail } from './read-case-detail.ts';
import { useCaseChoices } from './use-case-choices.ts';
import { useCaseDeed } from './use-case-deed.ts';

/** What a macro does besides its text: at once to the case, and to where the case goes when the text is sent. */
export function useMacroActions(detail: CaseDetail) {
  const { topics } = useCaseChoices();
  const deed = useCaseDeed({
    ...detail,
    assigneeId: detail.assignee?.id ?? null,
    topicId: detail.topic?.id ?? null,
  });
  const [nextState, setNextState] = useState<NextState>('open');
  const act = ({ actions }: MacroChoice) => {
    const { priority, topicId, nextState: next } = actions;
    if (priority && priority !== detail.priority) deed.setPriority(priority);
    const topic = topics.find(({ id }) => id === topicId);
    if (topic && topic.id !== detail.topic?.id) deed.setTopic(topic.id, topic.title);
    if (next) setNextState(next);
  };
  return { nextState, act };
}
