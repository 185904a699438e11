/** Creates an element. Text from the recording is set as text, never as markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	className = '',
	text: string | number = '',
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	element.className = className;
	element.textContent = String(text);
	return element;
}
