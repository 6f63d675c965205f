export default {
  product: 'Pult',
  back: 'Back',
  cancel: 'Do nothing',
  close: 'Close',
  home: 'To the start page',
  signOut: 'Sign out',
  frame: {
    menu: 'Open the menu',
    areas: 'Areas',
    switchPlace: 'Switch client',
    toWork: 'Back to work',
    noPlaces: 'No clients yet',
    account: 'My sign-in and sessions',
    admin: 'Run the centre',
    theme: { title: 'Theme', light: 'Light', dark: 'Dark', auto: 'As in the system' },
  },
  errors: {
    notFound: {
      title: 'There is no such page',
      text: 'The address is wrong, or you have no access to it.',
    },
    broken: {
      title: 'The page did not open',
      text: 'Something broke on our side and was logged. What you entered was not sent.',
    },
    forbidden: {
      title: 'Not for your role',
      text: 'If you need this page for your work, ask your lead or the administrator of the centre for access.',
    },
    refused: { title: 'Refused', text: 'Reload the page and try again.' },
    offline: 'No connection to the server. What you see may be out of date; it refreshes when we are back.',
  },
} as const;
