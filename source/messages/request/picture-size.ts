/** The width and height of a picture in pixels. */
export type PictureSize = {readonly width: number; readonly height: number};

/** Reads the size from the header of a PNG, GIF, JPEG or WebP; `null` where it is not found. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		switch (view.getUint8(0)) {
			case 0x89: {
				return {width: view.getUint32(16), height: view.getUint32(20)};
			}

			case 0x47: {
				return {width: view.getUint16(6, true), height: view.getUint16(8, true)};
			}

			case 0xff: {
				return jpegSize(view);
			}

			case 0x52: {
				return webpSize(view);
			}

			default: {
				return null;
			}
		}
	} catch (error) {
		if (error instanceof RangeError) {
			// The file ends inside its header.
			return null;
		}

		throw error;
	}
}

/** The size is in the first start-of-frame segment (ISO/IEC 10918-1, B.2.2). Segments follow one another, each with its length. */
function jpegSize(view: DataView): PictureSize | null {
	let at = 2;
	while (view.getUint8(at) === 0xff) {
		const marker = view.getUint8(at + 1);
		const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
		if (isFrame) {
			return {width: view.getUint16(at + 7), height: view.getUint16(at + 5)};
		}

		// A marker may be preceded by any number of fill bytes.
		at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
	}

	return null;
}

/** The three kinds of WebP differ in their first chunk (RFC 9649, section 2). */
function webpSize(view: DataView): PictureSize | null {
	switch (view.getUint32(12)) {
		// VP8: lossy
		case 0x56_50_38_20: {
			return {width: view.getUint16(26, true) & 0x3f_ff, height: view.getUint16(28, true) & 0x3f_ff};
		}

		// VP8L: lossless
		case 0x56_50_38_4c: {
			const bits = view.getUint32(21, true);
			return {width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1};
		}

		// VP8X: extended
		case 0x56_50_38_58: {
			return {width: 1 + uint24(view, 24), height: 1 + uint24(view, 27)};
		}

		default: {
			return null;
		}
	}
}

function uint24(view: DataView, at: number): number {
	return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_00_00;
}
