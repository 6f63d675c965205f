export default function RequestList() {
  return null;
}
