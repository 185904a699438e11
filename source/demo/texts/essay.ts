/** A long essay on the American Revolution, of more than nine hundred words. */
export const essay = `# The American Revolution

## An empire after a victory

In 1763 Great Britain stood at the height of its power. The Seven Years' War, which began in the forests of the Ohio valley and spread around the world, had ended with the French driven from most of North America. Few in London or in the thirteen colonies imagined that within two decades the empire would lose the greater part of what it held there. Yet the victory itself prepared the break. The war had nearly doubled the British national debt, and ten thousand soldiers were to stay in America to guard a much larger frontier. It seemed only fair to ministers in London that the colonists should pay a part of the cost.

The colonists saw the matter differently. They had grown used to governing themselves. Their assemblies levied taxes, paid governors, and settled most questions without interference, and for generations the mother country had let them. With the French gone, they also needed its protection less than before. What looked to one side like ordinary administration looked to the other like the end of an old liberty.

## The quarrel over taxes

The Sugar Act of 1764 and the Stamp Act of 1765 opened the dispute. The second laid a duty on newspapers, legal papers, licences, and even playing cards. It was not heavy, but it was the first direct tax that Parliament had laid on the colonies, and it fell on exactly those people, printers and lawyers and merchants, who were best able to complain. Their argument was simple: as Englishmen they could be taxed only by their own representatives, and they had none in Parliament. Crowds forced stamp distributors to resign, merchants agreed to import no British goods, and delegates of nine colonies met in New York to protest. Parliament repealed the act in 1766, but declared in the same breath that it had the right to bind the colonies "in all cases whatsoever."

The Townshend duties of 1767 renewed the quarrel, and troops were sent to Boston to keep order. On 5 March 1770 a small party of them fired into a crowd, and five people died. Most of the duties were withdrawn that spring, all but the one on tea. When the Tea Act of 1773 allowed the East India Company to sell its tea cheaply in America, many feared that the low price was meant to make them swallow the principle. On the night of 16 December men loosely disguised as Mohawks threw 342 chests of it into Boston harbour.

Parliament answered with severity. It closed the port of Boston, altered the charter of Massachusetts, and gave its governor new powers. Meant to isolate one colony, these Coercive Acts united the others. In September 1774 delegates from twelve colonies met in Philadelphia as the First Continental Congress and agreed to stop trade with Britain.

## From resistance to independence

The fighting began on 19 April 1775, when British soldiers marched from Boston to seize military stores at Concord. Militiamen met them at Lexington and harried them all the way back. A Second Continental Congress took charge of the army around Boston and appointed George Washington of Virginia to command it. Even then many delegates hoped for reconciliation. In July they sent the king a petition that professed their loyalty; he refused to receive it and proclaimed the colonies to be in rebellion.

In January 1776 a recent immigrant, Thomas Paine, published *Common Sense*. In plain and fiery language it attacked not only the ministers but the king and monarchy itself, and it sold in enormous numbers. On 2 July Congress voted for independence, and two days later it adopted the declaration that Thomas Jefferson had drafted. Its claim that all men are created equal, with rights to life, liberty, and the pursuit of happiness, reached far beyond the quarrel of the day. It also stood in open contradiction to slavery, which its author and many of its signers practised.

## A long war

The war went badly at first. Washington was driven from New York in the summer and autumn of 1776, and his army melted away as enlistments ended. A bold crossing of the Delaware on the night of 25 December and the small victories at Trenton and Princeton kept the cause alive. The turning point came in October 1777, when a British army that had marched south from Canada was surrounded and surrendered at Saratoga. The news persuaded France, eager for revenge, to sign an alliance in February 1778. Spain entered the war a year later, and a colonial rebellion became a world war.

Washington's army meanwhile survived the winter at Valley Forge, short of food and clothing, and came out of it better drilled. The British turned to the South, where they took Savannah and Charleston and hoped for the help of loyalists. They won most of the battles, but they could not hold the countryside. In the autumn of 1781 General Cornwallis withdrew to Yorktown in Virginia. A French fleet closed the bay, American and French troops closed the land, and on 19 October he surrendered. By the Treaty of Paris, signed on 3 September 1783, Britain recognised the United States, with the Mississippi as their western border.

## What it changed, and what it did not

Independence was only half of the achievement. The new states wrote constitutions, many with declarations of rights, and loosened the tie between church and government. Their first union, under the Articles of Confederation, proved too weak to pay its debts; in 1787 a convention in Philadelphia drew up a stronger frame, and in 1791 ten amendments were added to it as a Bill of Rights.

The promise was far from kept for all. Several northern states began to end slavery, some at once and some by slow degrees, but in the South it remained and grew. Women ran farms and businesses through the war and found their legal position hardly changed. For many Native nations, who had fought on both sides, the peace was a disaster: it handed over their lands without asking them. Tens of thousands of loyalists left for Canada, Britain, and the Caribbean, among them thousands of formerly enslaved people who had been promised freedom.

Still, an idea had been put into practice that earlier had mostly lived in books: that governments derive their just powers from the consent of the governed, and may be altered when they fail. The French heard it in 1789, the people of Haiti in 1791, and the Spanish colonies a generation later. Inside the United States, those who had been left out would quote the declaration's own words, again and again, against the country that had written them. In that sense the Revolution did not end at Yorktown. It began an argument that has not been finished since.`;
