export default {
  agent: 'оператор',
  lead: 'супервайзер',
  manager: 'руководитель проекта',
  client: 'заказчик',
  admin: 'администратор центра',
} as const;
