// Stands in for two classes of `Intl` in the bundle (see bundle.mjs). Modules make them when they are loaded, which takes a tenth of the start,
// and most first frames need neither.

/** Makes the object only when it is used. */
const late = make => {
	let made;
	return () => (made ??= make());
};

export class LateSegmenter {
	#segmenter;

	constructor(...options) {
		this.#segmenter = late(() => new globalThis.Intl.Segmenter(...options));
	}

	segment(text) {
		return this.#segmenter().segment(text);
	}
}

export class LateNumberFormat {
	#numbers;

	constructor(...options) {
		this.#numbers = late(() => new globalThis.Intl.NumberFormat(...options));
	}

	format(value) {
		return this.#numbers().format(value);
	}
}
