using Graph.Cli.Rendering;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>A value as an expression that gives it again, so that what is shown can be entered.</summary>
internal static class ParameterText
{
    public static string Write(GraphStore store, Value value) => value.Kind switch
    {
        ValueKind.Date => Call("date", value),
        ValueKind.Duration => Call("duration", value),
        ValueKind.LocalTime => Call("localtime", value),
        ValueKind.Time => Call("time", value),
        ValueKind.LocalDateTime => Call("localdatetime", value),
        ValueKind.DateTime => Call("datetime", value),
        ValueKind.Float when double.IsNaN(value.AsFloat()) => "0.0 / 0.0",
        ValueKind.Float when double.IsInfinity(value.AsFloat()) => value.AsFloat() > 0 ? "1.0 / 0.0" : "-1.0 / 0.0",
        ValueKind.List => $"[{string.Join(", ", value.AsList().Select(item => Write(store, item)))}]",
        ValueKind.Map => $"{{{string.Join(", ", value.AsMap().Select(entry => $"{WriteName(entry.Key)}: {Write(store, entry.Value)}"))}}}",
        _ => new ValueFormatter(store).Format(value),
    };

    private static string WriteName(string name) => VisibleText.Show(Query.Syntax.QueryWords.Quote(name));

    private static string Call(string function, Value value) => $"{function}({ValueText.Quote(ValueText.Format(value))})";
}
