"""The whole comparison of two accounts."""

from waybill.compare.documents import documents
from waybill.compare.lines import lines
from waybill.compare.pair import Pair
from waybill.compare.retold import drifted, echoes
from waybill.model.account import Account
from waybill.model.changes import Changes


def compare(before: Account, after: Account) -> Changes:
    """What an account says otherwise than an earlier one.

    A document is the same where path and text are, failing that the text, failing that the path; a claim where the same
    speaker's same words stand in the same document; a delivery where it shares claims. A claim that has become an echo counts
    as the claim it repeats: an earlier telling that comes late moves no figure. What analysts decided is no difference where
    both accounts were made with it.
    """
    pair = Pair(before, after)
    changed, heard = lines(pair), echoes(pair)
    return Changes(documents(pair, changed, heard), changed, heard, drifted(pair))
