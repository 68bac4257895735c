using System.Collections.Frozen;

namespace Graph.Query.Functions;

/// <summary>What functions do, for listings and the help.</summary>
internal static class FunctionDescriptions
{
    private const string Realtime = "The clock at the moment of the call, in UTC or the zone given; the same in all rows of a query.";
    private const string Truncation =
        "The beginning of the unit that a time lies in, such as 'year', 'week' or 'hour'; the map changes parts of it.";
    private const string LocalDateTime = "A date and time of day without a zone: now, of a text, or of a map of its parts.";
    private const string ZonedDateTime = "A date and time of day with a zone: now, of a text, or of a map of its parts.";
    private const string LocalTime = "A time of day without a zone: now, of a text, or of a map of its parts.";
    private const string ZonedTime = "A time of day with a zone: now, of a text, or of a map of its parts.";
    private const string Between = "From the first to the second, in months, days and seconds.";
    private const string Length = "How many characters (code points) a text has.";
    private const string Distance = "How far apart two points are: in metres on the globe, else in the unit of the plane.";
    private const string Lower = "The text in small letters, the same for every language.";
    private const string Upper = "The text in capital letters, the same for every language.";
    private const string Ceiling = "The least whole number that is not below the number.";
    private const string Logarithm = "The natural logarithm; NaN below zero.";

    private static readonly FrozenDictionary<string, FunctionDescription> ByName = Create();

    /// <exception cref="KeyNotFoundException">No function or aggregate has this name, in any case of letters.</exception>
    public static FunctionDescription Get(string name) => ByName[name];

    private static FrozenDictionary<string, FunctionDescription> Create()
    {
        ReadOnlySpan<(string Name, string Text, string Example)> all =
        [
            .. Aggregates, .. Conversions, .. Elements, .. Lists, .. Numbers, .. Angles, .. Texts, .. Places, .. Times, .. Instants
        ];
        return all.ToArray().ToFrozenDictionary(
            row => row.Name, row => new FunctionDescription(row.Text, row.Example), StringComparer.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<(string, string, string)> Aggregates => new (string, string, string)[]
    {
        ("avg", "The mean of numbers or durations over the rows of a group.", ""),
        ("collect", "The list of all values that are not null over the rows of a group.", ""),
        ("count", "How many rows of a group have a value that is not null; count(*) counts all, count(DISTINCT x) different values.", ""),
        ("max", "The greatest value over the rows of a group.", ""),
        ("min", "The least value over the rows of a group.", ""),
        ("percentileCont", "The value below which the given part of a group lies, from 0 to 1, interpolated between two.", ""),
        ("percentileDisc", "The value of a group below which the given part of it lies, from 0 to 1.", ""),
        ("stDev", "The standard deviation of a sample, with n - 1.", ""),
        ("stDevP", "The standard deviation of a whole population, with n.", ""),
        ("sum", "The sum of numbers or durations over the rows of a group; 0 without any.", ""),
    };

    private static ReadOnlySpan<(string, string, string)> Conversions => new (string, string, string)[]
    {
        ("coalesce", "The first argument that is not null.", "coalesce(null, 'a')"),
        ("exists", "Whether the property is not null.", ""),
        ("nullIf", "Null where both are equal, else the first.", "nullIf('?', '?')"),
        ("toBoolean", "A truth value of 'true', 'false' or a whole number; null for other texts.", "toBoolean('true')"),
        ("toBooleanList", "Each element as by toBooleanOrNull.", "toBooleanList(['true', 0])"),
        ("toBooleanOrNull", "As toBoolean, and null for every value that cannot be one.", "toBooleanOrNull([])"),
        ("toFloat", "A number with fraction, of a number or a text; null for other texts.", "toFloat('1.5')"),
        ("toFloatList", "Each element as by toFloatOrNull.", "toFloatList(['1.5', 2])"),
        ("toFloatOrNull", "As toFloat, and null for every value that cannot be one.", "toFloatOrNull([])"),
        ("toInteger", "A whole number, of a number without its fraction or of a text; null for other texts.", "toInteger('42')"),
        ("toIntegerList", "Each element as by toIntegerOrNull.", "toIntegerList(['42', 1.9])"),
        ("toIntegerOrNull", "As toInteger, and null for every value that cannot be one.", "toIntegerOrNull([])"),
        ("toString", "The text of a number, a truth value, a date, a time or a point.", "toString(date('2022-01'))"),
        ("toStringList", "Each element as by toStringOrNull.", "toStringList([1, true])"),
        ("toStringOrNull", "As toString, and null for lists, maps, nodes and the like.", "toStringOrNull([1])"),
        ("valueType", "The most exact type of a value, as the language writes it.", "valueType([1, null])"),
    };

    private static ReadOnlySpan<(string, string, string)> Elements => new (string, string, string)[]
    {
        ("elementId", "A text that names a node or relation in this graph; another load may give another.", ""),
        ("endNode", "The node that a relation leads to.", ""),
        ("id", "A number that names a node or relation in this graph; another load may give another.", ""),
        ("keys", "The names of the properties that are set, or of the entries of a map.", ""),
        ("labels", "The labels of a node.", ""),
        ("length", "How many relations a path has.", ""),
        ("nodes", "The nodes of a path, in its order.", ""),
        ("properties", "All properties as a map.", ""),
        ("relationships", "The relations of a path, in its order.", ""),
        ("startNode", "The node that a relation comes from.", ""),
        ("type", "The type of a relation.", ""),
        ("mentions", "Every place where the articles mention a node or state a fact: article, offsets, words.", ""),
        ("quote", "The words of the first mention of a node, or that state a fact.", ""),
        ("sentence", "The first sentence that mentions a node or states a fact.", ""),
        ("sources", "The articles that mention a node or state a fact.", ""),
    };

    private static ReadOnlySpan<(string, string, string)> Lists => new (string, string, string)[]
    {
        ("head", "The first element; null of an empty list.", "head([1, 2, 3])"),
        ("isEmpty", "Whether a list, text or map has nothing in it.", "isEmpty('')"),
        ("last", "The last element; null of an empty list.", "last([1, 2, 3])"),
        ("range", "The whole numbers from the first to the second, both included, by steps of the third (1).", "range(2, 10, 4)"),
        ("reverse", "The elements or characters from the last to the first.", "reverse([1, 2, 3])"),
        ("size", "How many elements a list or characters a text has.", "size([1, 2, 3])"),
        ("tail", "The list without its first element.", "tail([1, 2, 3])"),
        ("toSet", "The elements in their order, each once.", "toSet([1, 2, 1])"),
    };

    private static ReadOnlySpan<(string, string, string)> Numbers => new (string, string, string)[]
    {
        ("abs", "The number without its sign.", "abs(-3)"),
        ("ceil", Ceiling, "ceil(1.2)"),
        ("ceiling", Ceiling, "ceiling(1.2)"),
        ("e", "Euler's number, 2.718...", "e()"),
        ("exp", "e to the power of the number.", "exp(1)"),
        ("floor", "The greatest whole number that is not above the number.", "floor(1.8)"),
        ("isNaN", "Whether a number is none, such as 0.0 / 0.", "isNaN(0.0 / 0)"),
        ("ln", Logarithm, "ln(10)"),
        ("log", Logarithm, "log(10)"),
        ("log10", "The logarithm to the base 10.", "log10(1000)"),
        ("pow", "The first to the power of the second.", "pow(2, 10)"),
        ("rand", "A number from 0 up to 1, without 1; another in each row.", "rand() < 1"),
        ("round",
            "The nearest whole number, or the nearest with so many decimal places; the third says which way ties go, such as 'HALF_EVEN'.",
            "round(3.14159, 2)"),
        ("sign", "-1, 0 or 1.", "sign(-3)"),
        ("sqrt", "The square root.", "sqrt(2)"),
    };

    private static ReadOnlySpan<(string, string, string)> Angles => new (string, string, string)[]
    {
        ("acos", "The angle in radians with this cosine.", "acos(0.5)"),
        ("asin", "The angle in radians with this sine.", "asin(0.5)"),
        ("atan", "The angle in radians with this tangent.", "atan(1)"),
        ("atan2", "The angle in radians of the direction (second, first).", "atan2(1, 1)"),
        ("cos", "The cosine of an angle in radians.", "cos(0)"),
        ("cosh", "The hyperbolic cosine.", "cosh(1)"),
        ("cot", "The cotangent of an angle in radians.", "cot(1)"),
        ("coth", "The hyperbolic cotangent.", "coth(1)"),
        ("degrees", "An angle in radians as degrees.", "degrees(pi())"),
        ("haversin", "Half the versine of an angle in radians.", "haversin(1)"),
        ("pi", "The number pi, 3.141...", "pi()"),
        ("radians", "An angle in degrees as radians.", "radians(180)"),
        ("sin", "The sine of an angle in radians.", "sin(1)"),
        ("sinh", "The hyperbolic sine.", "sinh(1)"),
        ("tan", "The tangent of an angle in radians.", "tan(1)"),
        ("tanh", "The hyperbolic tangent.", "tanh(1)"),
    };

    private static ReadOnlySpan<(string, string, string)> Texts => new (string, string, string)[]
    {
        ("btrim", "The text without white space, or without the given characters, at both ends.", "btrim('..a..', '.')"),
        ("char_length", Length, "char_length('abc')"),
        ("character_length", Length, "character_length('abc')"),
        ("fold", "The text as ~= compares it: without accents and differences of case.", "fold('Nursültan')"),
        ("left", "The first so many characters.", "left('abcdef', 2)"),
        ("levenshtein", "How many characters must be put in, left out or changed to make one text of the other.",
            "levenshtein('Tokajev', 'Tokayev')"),
        ("lower", Lower, "lower('ABC')"),
        ("lTrim", "The text without white space, or without the given characters, at its beginning.", "lTrim('  a')"),
        ("normalize", "The text in a Unicode normal form: NFC, or the one named (NFD, NFKC, NFKD).", "normalize('e\\u0301') = '\\u00e9'"),
        ("replace",
            "The text with every occurrence of the second, or the first so many, replaced by the third; an empty one occurs nowhere.",
            "replace('a-b-c', '-', '+')"),
        ("right", "The last so many characters.", "right('abcdef', 2)"),
        ("rTrim", "The text without white space, or without the given characters, at its end.", "rTrim('a  ')"),
        ("similarity", "How alike two texts are, from 0 to 1.", "similarity('Tokajev', 'Tokayev')"),
        ("split", "The parts of a text between the separators.", "split('a, b', ', ')"),
        ("substring", "The text from a place on, counted from 0, of the given length or to its end.", "substring('abcdef', 1, 3)"),
        ("toLower", Lower, "toLower('ABC')"),
        ("toUpper", Upper, "toUpper('abc')"),
        ("trim", "The text without white space at both ends; trim(LEADING 'x' FROM s) takes other characters.", "trim('  a  ')"),
        ("upper", Upper, "upper('abc')"),
    };

    private static ReadOnlySpan<(string, string, string)> Places => new (string, string, string)[]
    {
        ("distance", Distance, "distance(point({x: 0, y: 0}), point({x: 3, y: 4}))"),
        ("point", "A place on the globe (latitude, longitude, height) or in a plane (x, y, z).",
            "point({latitude: 51.1, longitude: 71.4})"),
        ("point.distance", Distance, "point.distance(point({x: 0, y: 0}), point({x: 3, y: 4}))"),
        ("point.withinBBox", "Whether a point lies in the rectangle of its lower left and upper right corner.",
            "point.withinBBox(point({x: 1, y: 1}), point({x: 0, y: 0}), point({x: 2, y: 2}))"),
    };

    private static ReadOnlySpan<(string, string, string)> Times => new (string, string, string)[]
    {
        ("date", "A date, which may be partial ('2022', '2022-01') or an interval: today, of a text, or of a map of its parts.",
            "date('2022-01')"),
        ("date.truncate", Truncation, "date.truncate('month', date('2022-01-06'))"),
        ("datetime", ZonedDateTime, "datetime('2022-01-06T10:00+06:00')"),
        ("datetime.fromepoch", "The moment so many seconds, and nanoseconds, after the beginning of 1970.",
            "datetime.fromepoch(1641427200, 0)"),
        ("datetime.fromepochmillis", "The moment so many milliseconds after the beginning of 1970.",
            "datetime.fromepochmillis(1641427200000)"),
        ("datetime.truncate", Truncation, "datetime.truncate('day', datetime('2022-01-06T10:00Z'))"),
        ("duration", "A length of time, of a text such as 'P1M2D' or of a map of its parts.", "duration('P1M2D')"),
        ("duration.between", Between, "duration.between(date('2022-01-06'), date('2022-02-24'))"),
        ("duration.inDays", "From the first to the second in whole days.", "duration.inDays(date('2022-01-06'), date('2022-02-24'))"),
        ("duration.inMonths", "From the first to the second in whole months.", "duration.inMonths(date('2022-01-06'), date('2022-02-24'))"),
        ("duration.inSeconds", "From the first to the second in seconds.", "duration.inSeconds(localtime('10:00'), localtime('10:30'))"),
        ("duration_between", Between, "duration_between(date('2022-01-06'), date('2022-02-24'))"),
        ("format", "The text of a time by a pattern such as 'yyyy-MM-dd HH:mm'.", "format(date('2022-01-06'), 'dd-MM-yyyy')"),
        ("local_datetime", LocalDateTime, "local_datetime('2022-01-06T10:00')"),
        ("local_time", LocalTime, "local_time('10:00')"),
        ("localdatetime", LocalDateTime, "localdatetime('2022-01-06T10:00')"),
        ("localdatetime.truncate", Truncation, "localdatetime.truncate('day', localdatetime('2022-01-06T10:00'))"),
        ("localtime", LocalTime, "localtime('10:00')"),
        ("localtime.truncate", Truncation, "localtime.truncate('hour', localtime('10:30'))"),
        ("overlaps", "Whether two dates, each a day, month, year or interval, may have a day in common.",
            "overlaps(date('2022-01'), date('2022'))"),
        ("time", ZonedTime, "time('10:00+06:00')"),
        ("time.truncate", Truncation, "time.truncate('hour', time('10:30+06:00'))"),
        ("timestamp", "Now, in milliseconds since the beginning of 1970; the same in all rows of a query.", "timestamp() > 0"),
        ("within", "Whether every day of the first date lies in the second.", "within(date('2022-01-06'), date('2022'))"),
        ("zoned_datetime", ZonedDateTime, "zoned_datetime('2022-01-06T10:00+06:00')"),
        ("zoned_time", ZonedTime, "zoned_time('10:00+06:00')"),
    };

    /// <summary>The clock under all its names.</summary>
    private static ReadOnlySpan<(string, string, string)> Instants =>
        (from type in (string[])["date", "datetime", "localdatetime", "localtime", "time"]
         from clock in (string[])["realtime", "statement", "transaction"]
         select ($"{type}.{clock}", Realtime, $"{type}.{clock}() IS NOT NULL")).ToArray();
}

/// <param name="Example">An expression that calls it, and needs no graph; empty where one is needed.</param>
internal sealed record FunctionDescription(string Text, string Example);
