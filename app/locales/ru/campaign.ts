export default {
  area: 'Удержание',
  title: 'Кампании',
};
