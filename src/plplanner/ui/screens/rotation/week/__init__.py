"""Week: which days are planned, and when each group meets the teacher."""
