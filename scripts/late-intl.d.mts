export class LateSegmenter {
	constructor(...options: ConstructorParameters<typeof Intl.Segmenter>);
	segment(text: string): Intl.Segments;
}

export class LateNumberFormat {
	constructor(...options: ConstructorParameters<typeof Intl.NumberFormat>);
	format(value: number): string;
}
