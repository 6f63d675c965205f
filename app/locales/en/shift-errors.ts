export default {
  'roster-not-found': 'There is no such roster.',
  'roster-overlaps': 'There is a roster for these dates already. Take other dates or retire it.',
  'roster-retired': 'This roster is retired and cannot be changed.',
  'roster-solving': 'This roster is being solved. Wait for the end or stop it, or the edit would be lost.',
  'nothing-to-solve':
    'There is nothing to solve: no requirement, no shift templates or nobody with work terms.',
  'shift-not-found': 'There is no such shift: it may have been removed.',
  'shift-changed':
    'Somebody else has just changed this shift. Nothing is lost: see what came of it and try again.',
  'day-taken': 'They begin another shift on that day. Move or stretch that one.',
  'shift-overlaps': 'They are on another shift at that time.',
  'shift-outside': 'The shift would begin outside the dates of this roster.',
  'shift-length': 'A shift cannot be that long: from half an hour to 24 hours.',
  'nothing-to-copy': 'There is nothing to copy: the week has no shifts, or every place is taken.',
  'nothing-to-undo': 'There is nothing to undo.',
  'nothing-to-redo': 'There is nothing to do again.',
  'nothing-to-publish': 'There is nothing to publish: people know all that the roster says.',
  'mending-outdated':
    'The plan has changed since, so nothing was taken in. The cover was reckoned anew: look at it once more.',
  'template-not-found': 'There is no such template, or it was put away.',
  'template-name-taken': 'There is a template of this name.',
};
