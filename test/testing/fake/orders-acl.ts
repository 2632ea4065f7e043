/** An ACL of the topic `orders`. */
export const ordersAcl = {
  resource_type: "TOPIC",
  resource_name: "orders",
  pattern_type: "LITERAL",
  principal: "User:sa-1",
  host: "*",
  operation: "READ",
  permission: "ALLOW",
} as const;
