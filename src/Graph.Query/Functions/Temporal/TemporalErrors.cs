namespace Graph.Query.Functions;

/// <summary>What can be wrong with times, dates and durations.</summary>
internal static class TemporalErrors
{
    private static readonly ErrorClass InvalidValue = new("ArgumentError", "InvalidArgumentValue");

    /// <param name="type">Such as <c>date time</c>.</param>
    public static QueryException Unreadable(string text, string type, string example) =>
        QueryException.Create("GR3013", $"'{text}' is no {type}; write it as in '{example}'.", InvalidValue);

    public static QueryException UnknownZone(string name)
    {
        var near = NearestName.Find(name, TimeZones.Names);
        return QueryException.Create(
            "GR3014", $"There is no time zone '{name}'.{(near is null ? "" : $" Did you mean '{near}'?")}", InvalidValue);
    }

    public static QueryException OutsideCalendar() =>
        QueryException.Create("GR3015", "The date is outside the years 0000 to 9999.", InvalidValue);

    public static QueryException NoSuchDay(string description) =>
        QueryException.Create("GR3015", $"There is no such date: {description}.", InvalidValue);

    public static QueryException FieldOutOfRange(string field, long value, long lowest, long highest) =>
        QueryException.Create("GR5005", $"{field} is {value}, but goes from {lowest} to {highest}.", InvalidValue);

    public static QueryException UnknownField(string function, string field, IEnumerable<string> fields)
    {
        var near = NearestName.Find(field, fields);
        var suggestion = near is null ? $" It takes {string.Join(", ", fields)}." : $" Did you mean '{near}'?";
        return QueryException.Create("GR5007", $"{function} has no part '{field}'.{suggestion}", InvalidValue);
    }

    public static QueryException FieldNeeds(string function, string field, string needed) =>
        QueryException.Create("GR5007", $"{function} cannot have '{field}' without '{needed}'.", InvalidValue);

    public static QueryException FieldBeside(string function, string field, string other) =>
        QueryException.Create("GR5007", $"{function} cannot have '{field}' and '{other}'.", InvalidValue);

    public static QueryException OffsetOutsideZone(string text, string zone) =>
        QueryException.Create("GR3013", $"'{text}' is no date time: '{zone}' has another offset then.", InvalidValue);

    public static QueryException UnknownUnit(string function, string unit, IEnumerable<string> units)
    {
        var near = NearestName.Find(unit, units);
        var suggestion = near is null ? $" It takes {string.Join(", ", units)}." : $" Did you mean '{near}'?";
        return QueryException.Create("GR5008", $"{function} has no unit '{unit}'.{suggestion}", InvalidValue);
    }
}
