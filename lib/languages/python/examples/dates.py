# Dates can be compared and subtracted like numbers.
from datetime import date, datetime, timedelta, timezone

moon_landing = date(1969, 7, 20)
first_website = date(1991, 8, 6)

# The difference of two dates is a timedelta.
between = first_website - moon_landing
print(f"Moon to web: {between.days} days")
print(f"The Moon landing was on a {moon_landing:%A}.")

# A year is a leap year when 29 February can be made.
def is_leap_year(year):
    try:
        date(year, 2, 29)
    except ValueError:
        return False
    return True


print("Leap years:", [y for y in range(1996, 2013) if is_leap_year(y)])

# Every Friday the 13th of a year.
day = date(2026, 1, 1)
while day.year == 2026:
    if day.day == 13 and day.weekday() == 4:  # Monday is 0.
        print(f"Friday the 13th: {day:%d %B %Y}")
    day += timedelta(days=1)

# The same moment, as two clocks show it.
noon = datetime(2026, 3, 1, 12, tzinfo=timezone.utc)
tokyo = noon.astimezone(timezone(timedelta(hours=9)))
print(f"{noon:%H:%M} in UTC is {tokyo:%H:%M} in Tokyo.")
