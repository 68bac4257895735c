using System.Reflection;
using System.Text.RegularExpressions;

namespace Graph.Query.Tests.Architecture;

/// <summary>Which room of a project uses which other. A room is a folder; its files use those above it in a table.</summary>
internal static class RoomUse
{
    /// <summary>The uses of a room by one that stands above it, by type and type.</summary>
    /// <param name="rooms">From the lowest up; the one without a name is the project's own folder.</param>
    public static string[] FindViolations(Assembly assembly, string project, string[] rooms)
    {
        var homes = FindHomes(project, rooms);
        Assert.All(rooms, room => Assert.Contains(room, homes.Values));
        return
        [
            .. from type in assembly.GetTypes()
               where type.DeclaringType is null && homes.ContainsKey(GetName(type))
               let room = homes[GetName(type)]
               from used in TypeReferences.Of(type)
               where used.Assembly == assembly
                   && homes.TryGetValue(GetName(used), out var other)
                   && Array.IndexOf(rooms, other) > Array.IndexOf(rooms, room)
               let use = $"{room}/{type.Name} uses {homes[GetName(used)]}/{used.Name}"
               orderby use ascending
               select use,
        ];
    }

    /// <summary>With its namespace, as two may share the short name.</summary>
    private static string GetName(Type type) => $"{type.Namespace}.{type.Name.Split('`')[0]}";

    /// <summary>The room of each type, by the file that declares it.</summary>
    private static Dictionary<string, string> FindHomes(string project, string[] rooms)
    {
        var root = Repository.GetPath("src", project);
        var homes = new Dictionary<string, string>();
        foreach (var path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (relative.StartsWith("obj/", StringComparison.Ordinal) || relative.StartsWith("bin/", StringComparison.Ordinal))
                continue;

            var room = rooms.Where(room => room.Length == 0 || relative.StartsWith($"{room}/", StringComparison.Ordinal))
                .MaxBy(room => room.Length)!;
            var text = File.ReadAllText(path);
            var scope = Regex.Match(text, @"^namespace ([\w.]+);", RegexOptions.Multiline).Groups[1].Value;
            foreach (Match declaration in Regex.Matches(
                text, @"^(?:public|internal) (?:[a-z]+ )*?(?:class|record struct|record|struct|interface|enum|delegate \S+) (\w+)",
                RegexOptions.Multiline))
                homes[$"{scope}.{declaration.Groups[1].Value}"] = room;
        }

        return homes;
    }
}
