export default {
  'not-first-of-month': 'Terms change on the first of a month: a month is counted and paid for as a whole.',
  'annotation-not-found': 'There is no such note: it may have been removed.',
  'annotation-ends-first': 'The last day comes before the first. Correct one of the dates.',
  'annotated-already': 'This incident is on the charts already.',
  'asked-not-found': 'There is no such question.',
  'too-many-asked': 'Too many questions in one day. Wait for the answers or write to the manager.',
  'asked-answered': 'This question has been answered already. The page is up to date now.',
  'month-not-over': 'The month is not over. It can be closed from the first day of the next one.',
  'month-closed': 'This month is closed already. Corrections are made on its page.',
  'month-not-found': 'No such month was closed.',
  'month-unchanged': 'Counted anew it comes to the same: there is nothing to correct.',
  'own-report-not-found': 'There is no such report: it may have been deleted, or was not opened to you.',
  'report-names-people':
    'This report shows people one by one and cannot be opened to the client company. Drop the breakdown and the filter by person.',
  'too-many-own-reports': 'There are 200 reports already. Delete those that nobody needs and save again.',
};
