"""Who let whom in, and which invites are still good."""

from domain.events import InviteVoided
from projections.views.invite_tree import INVITE_TREE, founder_invites_unspent, invites_of, lineage
from tests.projections.given import given, issued, joined, time_of

ADA_JOINS = (issued("invite-ada"), joined("person-ada", "invite-ada"))
BEN_JOINS = (issued("invite-ben", "person-ada"), joined("person-ben", "invite-ben"))
CLEO_JOINS = (issued("invite-cleo", "person-ben"), joined("person-cleo", "invite-cleo"))


def test_an_invite_is_standing_spent_or_voided() -> None:
    tree = given(
        INVITE_TREE,
        *ADA_JOINS,
        *BEN_JOINS,
        issued("invite-taken-back", "person-ada"),
        issued("invite-good", "person-ada"),
        InviteVoided(invite_id="invite-taken-back", issuer_id="person-ada"),
    )
    spent, voided, standing = invites_of(tree, "person-ada")
    assert (spent.status, spent.joined_id, spent.joined_at) == ("spent", "person-ben", time_of(4))
    assert (voided.status, voided.voided_at, voided.joined_id) == ("voided", time_of(7), None)
    assert (standing.status, standing.issued_at) == ("standing", time_of(6))


def test_only_unspent_founder_invites_are_listed() -> None:
    tree = given(INVITE_TREE, *ADA_JOINS, issued("invite-open"), issued("invite-void"),
                 InviteVoided(invite_id="invite-void"))  # fmt: skip
    assert [invite.invite_id for invite in founder_invites_unspent(tree)] == ["invite-open"]


def test_lineage_leads_to_a_founder() -> None:
    tree = given(INVITE_TREE, *ADA_JOINS, *BEN_JOINS, *CLEO_JOINS)
    assert lineage(tree, "person-cleo") == ["person-ben", "person-ada"]
    assert lineage(tree, "person-ada") == []
    assert lineage(tree, "person-nobody") == []
