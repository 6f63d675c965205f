export default {
  forbidden: 'Your role cannot do this here. A manager can give you the right.',
  conflict: 'Somebody else changed it first. The page is up to date now: check and try again.',
  'line-not-found': 'There is no such number.',
  'request-not-found': 'There is no such request.',
  'move-not-allowed':
    'The request is in another state now, this can no longer be done. The page is up to date.',
  'form-reused': 'This form was sent before with other data. Open a new one.',
  'pending-request':
    'The same change is already under way on this number: request {{number}}. Wait or cancel it.',
  'carrier-refuses': 'The carrier would refuse. {{says}}. Nothing was sent.',
  'carrier-unreachable':
    'The carrier could not be asked now. {{says}}. Nothing was sent, try again in a minute.',
  'preview-changed': "The carrier's terms changed. Check the new ones and confirm.",
  'date-in-the-past': 'That time has passed. Choose one to come.',
  'phone-unreadable': 'This does not look like a phone number.',
  'phone-length': 'A number has ten digits after +7 or 8.',
  'phone-foreign': 'This is a number of another country; only Russian mobile numbers will do.',
  'phone-not-mobile': 'This is not a mobile number: 9 has to follow +7.',
  'view-name-taken': 'There is a view of this name. Choose another.',
  'too-many-views': 'There are twenty views. Remove one.',
  'nothing-to-do': 'No number of the list will do.',
  field: {
    invalid: 'Check this field.',
    required: 'Fill this in.',
    short: 'Too short.',
    iccid: 'An ICCID has 17 to 20 digits and is printed on the card.',
    imsi: 'An IMSI has exactly 15 digits.',
    date: 'Give a date.',
    'later-than': 'The period ends before it begins.',
    email: 'Give an e-mail address such as name@company.ru.',
  },
} as const;
