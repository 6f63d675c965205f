export default {
  area: 'Debt',
  calls: {
    title: 'Debt calls',
    none: 'Nobody to call today',
    noneHint: 'The ladder sets the calls: every night, and at once after a broken promise.',
  },
};
