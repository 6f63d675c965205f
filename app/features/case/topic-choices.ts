import type { CaseChoices } from './read-case-choices.ts';

type Topic = CaseChoices['topics'][number];

/** Topics in two levels, as a choice offers them: each group with what is in it. A group alone is a topic too. */
export function groupTopics(topics: readonly Topic[]) {
  const groups = topics.filter(({ parentId }) => parentId === null);
  return groups.map(({ id, title }) => {
    const own = topics.filter(({ parentId }) => parentId === id);
    const items = own.length > 0 ? own : [{ id, title }];
    return { group: title, items: items.map((topic) => ({ value: topic.id, label: topic.title })) };
  });
}
