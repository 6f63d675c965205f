export default {
  'day-marked': 'This day is marked already. Take the other mark away if it is wrong.',
  'mark-not-found': 'There is no such mark: perhaps it was taken away.',
  'correction-not-found': 'There is no such correction: perhaps it was undone.',
  'terms-promise-nothing':
    'A live queue must be promised something: a share in time, a mean wait or an occupancy.',
};
