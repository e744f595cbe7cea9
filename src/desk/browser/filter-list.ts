/** Lets a field narrow the list that it names to the entries with some words. */
export function filterList(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-filter]');
  const list = document.getElementById(field?.dataset['filter'] ?? '');
  if (!field || !list) return;
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/);
    for (const item of list.querySelectorAll<HTMLElement>('li')) {
      const text = item.textContent.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
    }
  });
}
