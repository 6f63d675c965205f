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
  'mail-address-not-found': 'There is no such address, or it was taken off.',
  'mail-address-confirmed': 'This address has confirmed already; there is nothing to ask.',
  'mail-asked-often':
    'This address was asked a moment ago. Once in ten minutes and three times a day at most.',
  'too-many-mail-addresses':
    'There are a hundred addresses already. Tell the administrator if you need more.',
  'mail-schedule-not-found': 'There is no such schedule: it may have been stopped.',
  'too-many-mail-schedules': 'There are a hundred schedules already. Stop those that nobody needs.',
  'mail-names-people':
    'The report shows people one by one: it cannot be sent to {{address}}. Choose another report, or addresses of leads and managers.',
  'mail-link-over': 'The link is no longer good. Ask for another one.',
  'export-too-large':
    'The filter fits {{rows}} rows, and {{most}} at a time is the most. Narrow the dates or choose a carrier.',
  'export-empty': 'The filter fits nobody. Change the dates or the carrier.',
};
