export default {
  area: 'Retention',
  title: 'Campaigns',
};
