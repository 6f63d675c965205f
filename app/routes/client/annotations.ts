import { annotate } from '#app/features/annotation/annotate.ts';
import { AnnotationInput } from '#app/features/annotation/annotation.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/annotations.ts';

/** Puts a note on the charts. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, AnnotationInput, annotate);
}
