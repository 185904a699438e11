import {Box, Text} from 'ink';
import {sanitizeLine} from '../../text/sanitize.js';
import {textWidth, truncate} from '../../text/text-width.js';
import type {Theme} from '../../text/theme.js';
import {fieldWords} from '../events/field-reducer.js';
import type {ScreenState} from '../screen/screen-state.js';
import type {ScreenStore} from '../screen/screen-store.js';
import type {KeyPress} from './key-press.js';
import {OneLineField} from './one-line-field.js';

export type FieldProps = {
	readonly store: Pick<ScreenStore, 'dispatch'>;
	readonly field: NonNullable<ScreenState['field']>;
	readonly theme: Theme;
	/** False where no times are known, so that none is asked for. */
	readonly hasTimes: boolean;
	/** What the field says about its value, at its right. */
	readonly note: {readonly text: string; readonly isWrong: boolean} | null;
	readonly width: number;
	/** Receives the keys that came after the one that closed the field. */
	readonly onRest?: ((rest: readonly KeyPress[]) => void) | undefined;
};

/** The one-line field that replaces the status line: search, filter, go to. */
export function Field({store, field, theme, hasTimes, note, width, onRest}: FieldProps) {
	const {title, placeholder, untimed = placeholder} = fieldWords[field.kind];
	return (
		<Box>
			<Text>{theme.style(` ${title}: `, 'accent')}</Text>
			<OneLineField
				value={field.value}
				placeholder={hasTimes ? placeholder : untimed}
				isActive
				onChange={value => store.dispatch({name: 'changeField', value})}
				onSubmit={value => store.dispatch({name: 'submitField', value})}
				onCancel={() => store.dispatch({name: 'closeField'})}
				onComplete={() => store.dispatch({name: 'completeField'})}
				onRecall={by => store.dispatch({name: 'recallField', by})}
				onRest={onRest}
			/>
			{note !== null && <Text>{noteText(note, {field, title, width, theme})}</Text>}
		</Box>
	);
}

/** A short value leaves the note the rest of the row, a long one at least half of it. */
function noteText(
	{text, isWrong}: NonNullable<FieldProps['note']>,
	{field, title, width, theme}: Pick<FieldProps, 'field' | 'width' | 'theme'> & {readonly title: string},
): string {
	const free = width - textWidth(title) - textWidth(field.value) - 6;
	const shown = truncate(sanitizeLine(text), Math.max(Math.floor(width / 2), free));
	return theme.style(` ${shown} `, isWrong ? 'warning' : 'dim');
}
