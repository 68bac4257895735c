using System.Reflection;
using System.Text;

namespace Graph.News.Tests;

public sealed class NewsApiTests
{
    [Fact]
    public void PublicApi()
    {
        var api = new StringBuilder();
        foreach (var type in typeof(NewsSchema).Assembly.GetExportedTypes().OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            api.Append(Describe(type)).Append('\n');
            foreach (var member in Members(type).Select(Describe).Order(StringComparer.Ordinal))
                api.Append("    ").Append(member).Append('\n');
        }

        Verifier.Verify(api.ToString());
    }

    private static string Describe(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var interfaces = type.GetInterfaces().Where(IsOurs).Select(Name).Order(StringComparer.Ordinal);
        return $"{kind} {Name(type)}{string.Concat(interfaces.Select((name, i) => i == 0 ? $" : {name}" : $", {name}"))}";
    }

    private static IEnumerable<MemberInfo> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is PropertyInfo or ConstructorInfo || (member is MethodInfo method && IsDesigned(method)));

    /// <summary>Records bring members of their own, which say nothing about the type.</summary>
    private static bool IsDesigned(MethodInfo method) =>
        (!method.IsSpecialName || method.Name == "op_Implicit")
        && method.Name is not ("Equals" or "GetHashCode" or "Deconstruct" or "ToString");

    private static string Describe(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{Name(property.PropertyType, new NullabilityInfoContext().Create(property))} {property.Name}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{Name(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})",
        _ => member.Name,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Describe));

    private static string Describe(ParameterInfo parameter) =>
        $"{Name(parameter.ParameterType, new NullabilityInfoContext().Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? "?" : "")}";

    private static string Generics(MethodInfo method) => method.IsGenericMethod
        ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => $"{argument.Name}: {Constraints(argument)}"))}>"
        : "";

    private static string Constraints(Type argument) =>
        string.Join(" & ", argument.GetGenericParameterConstraints().Where(IsOurs).Select(Name));

    private static bool IsOurs(Type type) => type.Namespace!.StartsWith("Graph", StringComparison.Ordinal);

    private static string Name(Type type, NullabilityInfo nullability) =>
        nullability.ReadState == NullabilityState.Nullable && !type.IsValueType ? $"{Name(type)}?" : Name(type);

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return $"{Name(inner)}?";
        if (type.IsByRef)
            return $"out {Name(type.GetElementType()!)}";
        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}
