import {Box, Text} from 'ink';
import type {Theme} from '../../text/theme.js';
import {OneLineField} from '../prompt/one-line-field.js';
import type {PickerState} from './session-list.js';

export type PickerFieldProps = Pick<PickerState, 'query' | 'renaming'> & {
	readonly theme: Theme;
	readonly onQuery: (query: string) => void;
	/** Called on Enter, with the newest query. */
	readonly onChoose: (query: string) => void;
	readonly onBack: () => void;
	readonly onRenaming: (renaming: PickerState['renaming']) => void;
	readonly onRename: (id: string, title: string) => void;
};

/** The field below the list: the search, or the title of the session that is being renamed. */
export function PickerField({
	query,
	renaming,
	theme,
	onQuery,
	onChoose,
	onBack,
	onRenaming,
	onRename,
}: PickerFieldProps) {
	return renaming === null ? (
		<Box key="search">
			<Text>{theme.style(' Search: ', 'accent')}</Text>
			<OneLineField
				value={query}
				placeholder="title, texts, model or id"
				isActive
				onChange={onQuery}
				onSubmit={onChoose}
				onCancel={onBack}
			/>
		</Box>
	) : (
		<Box key="title">
			<Text>{theme.style(' Title: ', 'accent')}</Text>
			<OneLineField
				value={renaming.title}
				placeholder="without a title, the first prompt is shown"
				isActive
				onChange={title => onRenaming({...renaming, title})}
				onSubmit={title => {
					onRenaming(null);
					onRename(renaming.id, title);
				}}
				onCancel={() => onRenaming(null)}
			/>
		</Box>
	);
}
