export const annotationKinds = ['outage', 'tariff', 'other'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];
