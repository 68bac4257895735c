using System.Globalization;
using System.Text;

namespace Graph.Generator.CSharp;

/// <summary>Values and types of the graph as C# writes them.</summary>
internal static class CSharpText
{
    public static string Literal(string? text)
    {
        if (text is null)
            return "null";
        var result = new StringBuilder("\"");
        foreach (var character in text)
        {
            result.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' => $"\\u{(int)character:x4}",
                _ => character.ToString(),
            });
        }

        return result.Append('"').ToString();
    }

    /// <summary>Lines ended by LF, and no other sign changed: a string of a query may hold signs that some take for line ends.</summary>
    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>
    /// A text for a comment: on one line whatever it holds, so that it cannot end the comment, and with signs that XML allows only.
    /// </summary>
    public static string Comment(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(IsPrintable(rune) ? rune.ToString() : " ");
        return result.ToString();
    }

    private static bool IsPrintable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);

    public static string Literal(bool value) => value ? "true" : "false";

    /// <summary>A raw string of any text, its lines from column 0; the text must end its lines with LF.</summary>
    public static string RawLiteral(string text, out string quotes)
    {
        var (run, longest) = (0, 2);
        foreach (var character in text)
        {
            run = character == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        quotes = new string('"', longest + 1);
        return text;
    }

    /// <summary>The type of a member that gives a property.</summary>
    public static string MemberType(PropertyType type) => type switch
    {
        { IsList: true } => $"TypedList<{ScalarName(type.Scalar)}>",
        { IsNotNull: true } => ScalarName(type.Scalar),
        _ => $"{ScalarName(type.Scalar)}?",
    };

    /// <summary>The type of a parameter that takes a property.</summary>
    public static string ParameterType(PropertyType type)
    {
        var name = type.IsList ? $"IEnumerable<{ScalarName(type.Scalar)}>" : ScalarName(type.Scalar);
        return type.IsNotNull ? name : $"{name}?";
    }

    /// <summary>Reads a property of an element as the member's type.</summary>
    public static string Read(PropertyType type, string property, string element)
    {
        var verb = type.IsNotNull ? "Require" : "Get";
        return type.IsList
            ? $"{property}.{verb}({element}).As{Accessor(type.Scalar)}s()"
            : $"{property}.{verb}{type.Scalar}({element})";
    }

    /// <summary>Turns a parameter into an expression of type Value, which throws for a null where the type has none.</summary>
    /// <param name="owner">Whose property it is, for the message.</param>
    public static string Write(PropertyType type, string parameter, string owner)
    {
        var isClass = type.Scalar is ScalarType.String or ScalarType.Date;
        if (type.IsList)
        {
            var item = isClass ? Given("item", parameter, owner) : "item";
            return $"TypedValues.FromItems({(type.IsNotNull ? Given(parameter, parameter, owner) : parameter)}, static item => "
                + $"{Factory(type.Scalar)}({item}))";
        }

        if (isClass && type.IsNotNull)
            return $"{Factory(type.Scalar)}({Given(parameter, parameter, owner)})";
        return isClass || type.IsNotNull ? $"{Factory(type.Scalar)}({parameter})" : $"TypedValues.FromNullable({parameter})";
    }

    /// <summary>An expression for a reference that cannot be null.</summary>
    /// <param name="parameter">What it was passed as.</param>
    public static string Given(string expression, string parameter, string owner) =>
        $"TypedValues.Given({expression}, {Literal(parameter.TrimStart('@'))}, {Literal(owner)})";

    public static string ScalarName(ScalarType scalar) => scalar switch
    {
        ScalarType.String => "string",
        ScalarType.Boolean => "bool",
        ScalarType.Integer => "long",
        ScalarType.Float => "double",
        _ => "PartialDate",
    };

    /// <summary>The ending of the methods that read it; a float may stand as an integer in the data.</summary>
    private static string Accessor(ScalarType scalar) => scalar == ScalarType.Float ? "Number" : scalar.ToString();

    private static string Factory(ScalarType scalar) => $"Value.From{scalar}";
}
