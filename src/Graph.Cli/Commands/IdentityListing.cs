using System.Text.Json;
using Graph.Annotations;
using Graph.Cli.Rendering;
using Graph.Terminal;

namespace Graph.Cli.Commands;

/// <summary>Which mentions became which entity, and by which rule.</summary>
internal static class IdentityListing
{
    public static void Write(IdentityReport report, bool isJson, TextWriter output)
    {
        if (isJson)
        {
            JsonText.Write(output, json => WriteJson(json, report));
            return;
        }

        foreach (var entity in InOrder(report))
            WriteEntity(entity, output);
        foreach (var conflict in report.Conflicts)
            output.Write($"not joined: {Show(conflict.Left)} and {Show(conflict.Right)}, {Describe(conflict.Rule, conflict.Because)}\n");
    }

    /// <summary>What was joined of most parts first, as a wrong join of many matters most.</summary>
    private static IEnumerable<EntityIdentity> InOrder(IdentityReport report) =>
        report.Entities.OrderByDescending(entity => entity.Joins.Length).ThenByDescending(entity => entity.Mentions);

    /// <summary>One entity with the forms that texts use for it, and the joins that made it one.</summary>
    public static void WriteEntity(EntityIdentity entity, TextWriter output)
    {
        output.Write($"{Show(entity.Name)} ({(entity.Type.Length > 0 ? $":{Show(entity.Type)}, " : "")}key {Show(entity.Key)})\n");
        if (entity.OriginalIds.Any(id => id != entity.Key))
            output.Write($"  ids: {Show(string.Join(", ", entity.OriginalIds))}\n");
        if (!entity.Doubts.IsEmpty)
            output.Write($"  doubtful: {string.Join(", ", entity.Doubts)}\n");
        foreach (var surface in entity.Surfaces)
            output.Write($"  {Show(surface.Text)} ({DescribeSurface(surface)})\n");
        foreach (var join in entity.Joins)
            output.Write($"  joined {Show(join.Left)} and {Show(join.Right)}, {Describe(join.Rule, join.Because)}\n");
    }

    private static string DescribeSurface(EntitySurface surface)
    {
        var times = surface.Mentions == 1 ? "once" : $"{surface.Mentions} times";
        return string.Join(", ", new[] { Show(surface.Type), Show(surface.Language ?? ""), times }.Where(part => part.Length > 0));
    }

    private static string Describe(IdentityRule rule, string because) => $"by {GetName(rule)}: {Show(because)}";

    private static string GetName(IdentityRule rule) => IdentityRules.Names.First(pair => pair.Value == rule).Key;

    private static string Show(string text) => VisibleText.Show(text.ReplaceLineEndings(" "));

    private static void WriteJson(Utf8JsonWriter json, IdentityReport report)
    {
        json.WriteStartObject();
        json.WriteObjects("entities", InOrder(report), entity => WriteJson(json, entity));
        json.WriteObjects(
            "conflicts", report.Conflicts, conflict => WriteJoin(json, conflict.Rule, conflict.Left, conflict.Right, conflict.Because));
        json.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter json, EntityIdentity entity)
    {
        json.WriteString("key", entity.Key);
        json.WriteString("name", entity.Name);
        json.WriteString("type", entity.Type);
        json.WriteNumber("mentions", entity.Mentions);
        json.WriteStrings("doubts", entity.Doubts);
        json.WriteStrings("originalIds", entity.OriginalIds);
        json.WriteObjects("surfaces", entity.Surfaces, surface => WriteSurface(json, surface));
        json.WriteObjects("joins", entity.Joins, join => WriteJoin(json, join.Rule, join.Left, join.Right, join.Because));
    }

    private static void WriteSurface(Utf8JsonWriter json, EntitySurface surface)
    {
        json.WriteString("text", surface.Text);
        json.WriteString("type", surface.Type);
        json.WriteString("language", surface.Language);
        json.WriteNumber("mentions", surface.Mentions);
    }

    private static void WriteJoin(Utf8JsonWriter json, IdentityRule rule, string left, string right, string because)
    {
        json.WriteString("rule", GetName(rule));
        json.WriteString("left", left);
        json.WriteString("right", right);
        json.WriteString("because", because);
    }
}
