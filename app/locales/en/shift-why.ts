/** What keeps people from a gap, what no plan can cover, and why a shift is there. */
export default {
  title: 'Why this shift',
  reading: 'Reading the reasons.',
  unread: 'The reasons could not be read. Close this and open it again.',
  pinned: 'Pinned: the engine leaves it alone',
  needed: '{{who}}: {{hours, number(maximumFractionDigits: 1)}} h would be missing without it',
  spare:
    '{{hours, number(maximumFractionDigits: 1)}} h beyond what is needed: shorter or at another time would be worse',
  'wish-granted': 'A wish is granted: {{wish}}',
  'wish-denied': 'A wish is denied: {{wish}}',
  agreed: {
    week: 'Without it the week would be {{hours, number(maximumFractionDigits: 1)}} h below the contract',
    period: 'Without it the plan would be {{hours, number(maximumFractionDigits: 1)}} h below the contract',
  },
  could: 'could have it, but that is no better: {{people}}',
  others: 'Why not others: {{others}}',
  reason: {
    'lacks-skill': 'without the pass or skill: {{people}}',
    'on-shift': 'on shift already: {{people}}',
    'no-template': 'no template fits: {{people}}',
    'needed-elsewhere': 'needed more at another time: {{people}}',
    leave: 'on leave: {{people}}',
    sick: 'sick: {{people}}',
    training: 'in training: {{people}}',
    unavailable: 'not available then: {{people}}',
    rule: 'barred by “{{rule}}”: {{people}}',
  },
  lacks: 'These people cannot cover it all, however they are placed',
  lackHours_one:
    '{{who}}: contracts are {{hours, number(maximumFractionDigits: 1)}} h short, one person more is needed',
  lackHours_other:
    '{{who}}: contracts are {{hours, number(maximumFractionDigits: 1)}} h short, {{count}} people more are needed',
  lackHeads: '{{who}}, {{when}}: those who may work then are {{people}} too few',
  anyWork: 'All work',
};
