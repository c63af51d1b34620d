# A table of data, grouped and summed up with pandas.
import pandas as pd

data = pd.DataFrame(
    {
        "city": ["Oslo", "Rome", "Oslo", "Rome", "Cairo", "Cairo"],
        "month": ["Jan", "Jan", "Jul", "Jul", "Jan", "Jul"],
        "celsius": [-4, 8, 18, 27, 14, 29],
    }
)

# A new column is computed for all rows at once.
data["fahrenheit"] = data["celsius"] * 9 / 5 + 32

# A condition chooses rows.
print("Warm:", data[data["celsius"] > 20]["city"].to_list())

# groupby: one group for each city, one number for each group.
means = data.groupby("city")["celsius"].mean()
print("Warmest on average:", means.idxmax())

# A pivot table has one row for each city and one column for each
# month. The last value of a program is shown as its result.
data.pivot_table(index="city", columns="month", values="celsius")
