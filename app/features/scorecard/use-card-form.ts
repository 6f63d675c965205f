import { useState } from 'react';
import type { CardContent, CardItem } from './scorecard.ts';

type Section = CardContent['sections'][number];
export type CardForm = ReturnType<typeof useCardForm>;

/** What is being typed of a card. */
export function useCardForm(given: CardContent) {
  const [content, setContent] = useState(given);
  const [isTouched, setTouched] = useState(false);
  const change = (sections: (before: Section[]) => Section[]) => {
    setTouched(true);
    setContent((before) => ({ ...before, sections: sections(before.sections) }));
  };
  const editSection = (id: string, edit: (section: Section) => Section) =>
    change((sections) => sections.map((section) => (section.id === id ? edit(section) : section)));
  return {
    content,
    isTouched,
    settle: () => setTouched(false),
    setCap: (capPercent: number) => {
      setTouched(true);
      setContent((before) => ({ ...before, capPercent }));
    },
    setSection: (id: string, part: Partial<Omit<Section, 'items'>>) =>
      editSection(id, (section) => ({ ...section, ...part })),
    setItem: (sectionId: string, itemId: string, part: Partial<CardItem>) =>
      editSection(sectionId, (section) => ({
        ...section,
        items: section.items.map((item) => (item.id === itemId ? { ...item, ...part } : item)),
      })),
    addItem: (sectionId: string) =>
      editSection(sectionId, (section) => ({ ...section, items: [...section.items, emptyItem()] })),
    removeItem: (sectionId: string, itemId: string) =>
      editSection(sectionId, (section) => ({
        ...section,
        items: section.items.filter(({ id }) => id !== itemId),
      })),
    addSection: () =>
      change((sections) => [
        ...sections,
        { id: crypto.randomUUID(), title: '', weight: 1, items: [emptyItem()] },
      ]),
    removeSection: (id: string) => change((sections) => sections.filter((section) => section.id !== id)),
  };
}

function emptyItem(): CardItem {
  return { id: crypto.randomUUID(), title: '', hint: '', scale: 'yes-no', weight: 1, critical: null };
}
