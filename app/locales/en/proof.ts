export default {
  titleOf: 'What the campaign “{{name}}” caused',
  title: 'What the campaign caused',
  toCampaign: 'Campaign',
  toCampaigns: 'Campaigns',
  toLearned: 'What we learnt',
  window: 'measured from {{from}} to {{until}}, {{days}} days',
  range: '{{low}} to {{high}}',
  points: 'pp',
  stratum: '{{carrier}}, {{band}} risk',
  band: { low: 'low', medium: 'medium', high: 'high', none: 'unknown' },
  measure: { left: 'retention', 'came-back': 'win-back' },
  verdict: {
    works: 'Works',
    harms: 'Harms',
    'not-proven': 'Not proven',
    'too-early': 'Too early to say',
  },
  said: {
    works: {
      left: 'Of those contacted, {{size}} pp fewer left ({{range}}) than would have left without the campaign.',
      'came-back':
        'Of those contacted, {{size}} pp more came back ({{range}}) than would have come back without the campaign.',
    },
    harms: {
      left: 'The campaign did harm: of those contacted, {{size}} pp more left ({{range}}) than would have left without it. Do not repeat it.',
      'came-back':
        'The campaign did harm: of those contacted, {{size}} pp fewer came back ({{range}}) than would have come back without it. Do not repeat it.',
    },
    'not-proven':
      'The effect may be nil: with 95 % probability it lies within {{range}} pp. That does not mean that the campaign fails to work; it means that it has not shown it.',
    noControl:
      'Not proven: there is no control group, and nobody knows what would have happened without the campaign.',
    smallest:
      'So many people reliably show an effect from {{points}} pp on; a smaller one would go unnoticed.',
  },
  result: 'Result',
  picture: {
    left: 'Share of those who left: contacted people and the control group, with 95 % intervals',
    'came-back': 'Share of those who came back: contacted people and the control group, with 95 % intervals',
  },
  side: { treated: 'Contacted', control: 'Control: left alone' },
  share: { left: '{{share}} left', 'came-back': '{{share}} came back' },
  pair: 'The naive count and what the campaign caused',
  counted: { left: 'Naive count: stayed', 'came-back': 'Naive count: came back' },
  caused: { left: 'Stayed because of the campaign', 'came-back': 'Came back because of the campaign' },
  why: {
    left: 'The naive count credits the campaign with everybody who stayed, though most would have stayed anyway. How many would have is shown by the control group, which was drawn by lot, and what the campaign caused is only the difference from it.',
    'came-back':
      'The naive count credits the campaign with everybody who came back, though some would have come back anyway. How many would have is shown by the control group, which was drawn by lot, and what the campaign caused is only the difference from it.',
  },
  strata: {
    title: 'By group',
    name: 'Group',
    note: 'Everybody who was drawn counts, reached or not. Single groups hint where to look next but prove nothing by themselves: of many groups some stand out by chance.',
  },
  table: {
    all: 'All',
    treated: { left: 'Contacted, left', 'came-back': 'Contacted, came back' },
    control: { left: 'Control, left', 'came-back': 'Control, came back' },
    effect: 'Effect, 95 %',
    of: '{{count}} of {{n}}',
  },
  correction: {
    'departure-told-late_one': '{{count}} outcome was corrected: a departure was told late.',
    'departure-told-late_other': '{{count}} outcomes were corrected: a departure was told late.',
    'return-told-late_one': '{{count}} outcome was corrected: a return was told late.',
    'return-told-late_other': '{{count}} outcomes were corrected: a return was told late.',
    'departure-taken-back_one': '{{count}} outcome was corrected: a departure was taken back.',
    'departure-taken-back_other': '{{count}} outcomes were corrected: a departure was taken back.',
  },
  waves: {
    title: 'All waves of “{{pool}}” together',
    name: 'Wave',
    all: 'All waves',
    note: 'Each wave is compared with its own control group; the common effect is weighed by the people contacted.',
  },
  ranking: {
    title: 'Who is worth contacting',
    note: 'How many people the campaign would have kept or won back if only the first of a list had been contacted. Everybody was scored by a model that had not seen him.',
    none: 'There is too little history: the order is made once a campaign has at least 1,000 people and 30 departures (or returns) on either side.',
    picture: 'What the campaign causes by the share of people contacted',
    first: 'The first',
    by: { uplift: 'by expected effect', response: 'by risk', random: 'at random' },
    area: 'Qini area, of 10,000 people',
  },
  spent: {
    title: 'Reach and cost',
    note: 'Reach stands beside the effect and is no part of it: no lot decides who can be reached.',
    treated: 'Drawn to be contacted',
    reached: 'Of them reached',
    contacts: 'Contacts',
    offers: 'Offers carried out',
    all: 'Spent in all',
    perSave: 'For each who stayed or came back because of the campaign',
  },
  cost: {
    never: 'it kept or won back nobody',
    atLeast: 'at least {{low}}, no upper limit',
  },
  heldOut: 'Another {{n}} people are left alone by every campaign of this quarter; they are not compared.',
  tooEarly:
    'The result appears the day after {{until}}. Until then no share is shown: whoever looks before time takes chance for an effect and stops the campaign at the wrong moment.',
  notes: {
    title: 'What to remember',
    note: 'Lessons for the next campaign. Notes do not change: a new one adds to those before.',
    none: 'No notes yet.',
    field: 'Lesson',
    add: 'Write down the lesson',
  },
  learned: {
    title: 'What we learnt',
    note: 'What was tried, what it really caused and what was written about it.',
    none: 'There was no campaign yet',
    noneHint: 'Every campaign appears here as soon as it begins.',
    campaign: 'Campaign',
    remembered: 'What we remember',
  },
  tried: {
    verdict: 'Verdict',
    counted: 'Naive count',
    caused: 'Because of it',
    cost: 'Cost of one',
    until: 'window until {{until}}',
    of: 'of {{n}}',
  },
  report: {
    title: 'Campaign report',
    note: 'What campaigns really caused. Sums only, nothing about any subscriber.',
    none: 'There was no campaign yet',
    noneHint: 'The report appears when the first one begins.',
    pair: 'The naive count and what campaigns caused',
    explained:
      'The naive count is everybody who stayed or came back after a contact; most would have done so without us. What a campaign caused is the difference from a control group that was drawn by lot and that nobody contacted; if the interval includes zero, nothing is proven.',
  },
};
