/** A sonnet about orchids: fourteen lines, rhymed ABAB CDCD EFEF GG. */
export const sonnet = `**To an Orchid on the Sill**

Upon the sill, where winter light is thin,
You lift one arching stem against the pane,
And where the morning lets its silver in
You open, slow, as if there were no rain.

No soil you ask, no garden and no field;
Your pale roots drink the vapour of the air,
And what the forest bough could only yield
To patient eyes, you give to any stair.

The bee is fooled by what your petals feign,
The moth flies far to find your hidden sweet;
And I, who have no honey here to gain,
Still draw my chair up closer to your seat.

So small a flame, so long a time in bloom:
You teach the snow to wait outside the room.`;
