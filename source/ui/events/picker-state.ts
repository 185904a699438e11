/** The list of columns, over a pane. */
export type PickerState = {
	/** The selected row. */
	readonly picked: number;
};

export const initialPicker: PickerState = {picked: 0};
