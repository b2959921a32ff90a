"""A small town to look at: two friends, a teen and her guardian, clips, words under them."""

from tests.road.enrolling import Member, command
from tests.road.server import Server

HARMFUL = '<img src=x onerror="console.error(1)"><script>console.error(2)</script>'


class Town:
    """Maya and Theo made a clip each, all follow all; Theo reviews; Noor is a teen, Maya her guardian."""

    def __init__(self, server: Server) -> None:
        self.maya, self.theo = Member(server, "maya"), Member(server, "theo")
        self.noor = Member(server, "noor", "2010-02-14")
        command(server, "role", "give", "theo", "reviewer")
        for one in (self.maya, self.theo, self.noor):
            for other in (self.maya, self.theo, self.noor):
                if one is not other:
                    assert one.put(f"/api/people/{other.id}/follow").is_success
        link = self.noor.post(
            "/api/guardians", json={"person_id": self.maya.id, "they_are": "guardian"}
        ).json()
        assert self.maya.post(f"/api/guardians/{link['link_id']}/accept").is_success
        self.clips = [self.published(self.maya, "a ball bounces"), self.published(self.theo, "a dog runs")]
        for clip in self.clips:
            said = self.noor.post(f"/api/clips/{clip}/comments", json={"text": HARMFUL})
            assert said.is_success, said.text

    def published(self, maker: Member, prompt: str, caption: str = HARMFUL) -> str:
        """A new clip of theirs, shown to all."""
        clip = maker.finished(maker.ask(prompt).json())
        shown = maker.post(f"/api/clips/{clip}/publish", json={"caption": caption})
        assert shown.is_success, shown.text
        return clip
