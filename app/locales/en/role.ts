export default {
  agent: 'agent',
  lead: 'lead',
  manager: 'project manager',
  client: 'client company',
  admin: 'administrator of the centre',
} as const;
