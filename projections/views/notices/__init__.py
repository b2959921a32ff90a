"""What happened that concerns me?"""

from projections.views.notices.fold import NOTICES
from projections.views.notices.queries import Notice, between, of_person

__all__ = ["NOTICES", "Notice", "between", "of_person"]
