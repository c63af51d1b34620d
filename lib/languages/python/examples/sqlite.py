# A whole database in one module: SQL is the language of tables.
import sqlite3

# ":memory:" lives as long as the program; a file name would stay.
db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE books (title TEXT, author TEXT, year INTEGER)")

BOOKS = [
    ("Emma", "Jane Austen", 1815),
    ("Persuasion", "Jane Austen", 1817),
    ("Middlemarch", "George Eliot", 1871),
    ("Silas Marner", "George Eliot", 1861),
    ("Dracula", "Bram Stoker", 1897),
]
# Values go where the question marks are. Never put them into the
# text of the command yourself: that is how sites are broken into.
db.executemany("INSERT INTO books VALUES (?, ?, ?)", BOOKS)

print("Books after 1850:")
query = "SELECT title, year FROM books WHERE year > ? ORDER BY year"
for title, year in db.execute(query, (1850,)):
    print(f"  {year}  {title}")

print("Authors:")
query = """
    SELECT author, count(*), min(year)
    FROM books GROUP BY author ORDER BY author
"""
for author, count, first in db.execute(query):
    print(f"  {author:<14}{count} since {first}")
