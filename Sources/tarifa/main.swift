print("tarifa")
