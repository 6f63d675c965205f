export default {
  agent: 'оператор центра',
  lead: 'супервайзер',
  manager: 'руководитель проекта',
  client: 'заказчик',
  admin: 'администратор центра',
} as const;
