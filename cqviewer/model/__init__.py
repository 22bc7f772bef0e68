"""What a fact sheet is: types, reading, checking, deriving and wording. No Qt, no matplotlib."""
